"""The claims of question A: why a Bernoulli?"""
