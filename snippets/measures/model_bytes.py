"""What a trained model weighs, in bytes."""

import lzma

import torch
from torch import Tensor

from snippets.vae.model import VAE


def model_bytes(model: VAE) -> dict[str, Tensor]:
    """Bytes of all weights, of the decoder alone, and packed."""
    parts = {"both": model, "decoder": model.decoder}
    found = {}
    for name, part in parts.items():
        raw = b"".join(
            w.numpy().tobytes() for w in part.state_dict().values()
        )
        found[name] = torch.tensor(len(raw))
        found[f"{name}_xz"] = torch.tensor(len(lzma.compress(raw)))
    return found
