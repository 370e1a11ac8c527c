"""The machine: data, model, likelihood, bound, training, scores."""

import torch

# Two threads that share a core with another process spin on each
# other; independent runs in processes use the cores better.
torch.set_num_threads(1)
