"""What `python -m snippets.build` does once work is due."""

from pathlib import Path

from snippets.build import (
    assets,
    census,
    outputs,
    prose,
    sheet,
    stamps,
)
from snippets.build.claims import Claim, chosen, collect
from snippets.build.labs import source as labs
from snippets.build.labs.kept import executed, is_run
from snippets.build.labs.products import products
from snippets.build.labs.source import Lab
from snippets.build.pool import (
    Task,
    fingerprint,
    missing,
    side_by_side,
    train_missing,
)


class ClaimFailed(RuntimeError):
    """A claim could not be measured or drawn."""


def show() -> None:
    """A line for each claim: models trained, models needed."""
    for name, claim in collect().items():
        runs = set(claim.load().RUNS)
        ready = len(runs) - len(missing(runs))
        print(f"{name:32} {ready:3} of {len(runs):3} models trained")


def measured(claim: Claim) -> dict[str, str]:
    """Build one claim; an error names it."""
    try:
        return outputs.build(claim)
    except Exception as error:
        raise ClaimFailed(
            f"{claim.name}: {type(error).__name__}: {error} (for more:"
            f" python -m snippets.build --debug --claim {claim.name})"
        ) from error


def work_off(task: Claim | Lab) -> None:
    """Measure a claim, or run a lab."""
    executed(task) if isinstance(task, Lab) else measured(task)


def measured_all(claims: dict[str, Claim]) -> dict[str, dict]:
    """The words of every claim; what is due, labs too, side by side."""
    # The longest first.
    due = [lab for lab in labs.collect().values() if not is_run(lab)]
    due += [c for c in claims.values() if not outputs.is_built(c)]
    # A claim takes seconds. A lab takes longer, and shows a bar.
    if len(due) > 1 or any(isinstance(task, Lab) for task in due):
        side_by_side(work_off, due, "Measuring {} pages")
    return {name: measured(claim) for name, claim in claims.items()}


def united(claims: dict[str, Claim]) -> list[Task]:
    """The runs of all these claims."""
    modules = [claim.load() for claim in claims.values()]
    return [run for module in modules for run in module.RUNS]


def show_fingerprint() -> None:
    """One name for all that is trained, for a cache of it."""
    print(fingerprint(united(collect())))


def train_all() -> None:
    """Every model that is missing, and nothing more."""
    train_missing(united(collect()))


def build_some(names: list[str], allowed: bool) -> None:
    """The named claims alone; the others stay as they are."""
    claims = chosen(names)
    train_missing(united(claims), allowed)
    made = {name: measured(claim) for name, claim in claims.items()}
    kept = {
        name: stamps.read(name).get("words")
        for name in (*collect(), census.NAME)
    }
    words = {name: said for name, said in kept.items() if said}
    outputs.write_numbers({**words, **made})
    for name in claims:
        print(f"{name}: {outputs.GENERATED / name}")


def build_labs(names: list[str]) -> None:
    """The named labs alone; the others stay as they are."""
    chosen_labs = labs.chosen(names)
    due = [lab for lab in chosen_labs.values() if not is_run(lab)]
    if due:
        side_by_side(executed, due, "Running {} labs")
    outputs.write_all(outputs.GENERATED, products(chosen_labs))
    for name in names:
        print(f"{name}: {outputs.GENERATED / 'labs' / name}.ipynb")


def build_all(allowed: bool) -> None:
    """Every claim and asset; what nothing makes any more goes."""
    claims = collect()
    runs = united(claims)
    train_missing(runs, allowed)
    counted = census.words(claims, runs)
    stamps.keep(census.NAME, {"words": counted})
    shared = assets.files()
    outputs.write_all(outputs.GENERATED, shared)
    words = measured_all(claims)
    outputs.write_numbers({**words, census.NAME: counted})
    shown = {**products(labs.collect()), **assets.answers(words)}
    outputs.write_all(outputs.GENERATED, shown)
    wanted = {*shared, *shown, outputs.NUMBERS}
    for name in claims:
        files = stamps.read(name)["files"]
        wanted |= {str(Path(name) / file) for file in files}
    kept = {outputs.GENERATED / name for name in wanted}
    outputs.sweep({*kept, sheet.FILE})
    made = stamps.of_files(outputs.GENERATED, sorted(wanted))
    stamps.keep(
        "everything",
        {"source": stamps.everything(prose.outline()), "files": made},
    )
