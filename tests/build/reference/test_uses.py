"""How the reference calls the pages that use a function."""

from snippets.build.reference.uses import title


def test_a_lab_is_called_by_its_heading_and_not_its_first_cell():
    found = title("labs/train_a_vae.md")
    assert found == "Train a VAE with the loss of the question"
