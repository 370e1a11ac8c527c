"""Labs: notebooks that are run, shown as pages and given away."""
