"""From a file of data to a likelihood: looks, fits, ranks, says."""
