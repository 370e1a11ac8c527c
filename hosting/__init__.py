"""How the built site is served: a server's settings, its policy."""
