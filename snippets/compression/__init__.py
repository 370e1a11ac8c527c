"""Images as a file: a VAE, bits back, and a stack of bits."""
