"""The numbers of a lab's figure are those that are drawn."""

import json

from matplotlib.figure import Figure
from nbformat import v4

from snippets.build.labs.drawn import numbers
from snippets.build.labs.products import numbers as published
from snippets.build.labs.source import Lab


def figure():
    fig = Figure()
    left, right = fig.subplots(1, 2)
    left.plot([0, 1], [2, 3])
    left.scatter([4], [5])
    left.set_xlabel("nats")
    left.set_title("images", loc="left")
    right.bar([1], [7], width=1)
    right.imshow([[0.0, 1.0]])
    right.text(0, 0, "a three")
    return fig


def test_lines_points_bars_and_pictures_are_told():
    left, right = numbers(figure())["axes"]
    assert left == {
        "x": "nats",
        "y": "images",
        "lines": [[[0.0, 2.0], [1.0, 3.0]]],
        "points": [[[4.0, 5.0]]],
    }
    assert right["bars"] == [[0.5, 0.0, 1.0, 7.0]]
    assert right["pictures"] == [[[0.0, 1.0]]]
    assert right["words"] == ["a three"]


def test_they_are_published_under_the_name_of_the_figure():
    shown = {"application/json": numbers(figure())}
    out = v4.new_output("display_data", data=shown)
    cell = v4.new_code_cell("draw()", outputs=[out])
    notebook = v4.new_notebook(cells=[v4.new_markdown_cell("#"), cell])
    ((path, text),) = published(Lab("a_lab"), notebook).items()
    assert path == "labs/a-lab-2.json"
    assert len(json.loads(text)["axes"]) == 2
