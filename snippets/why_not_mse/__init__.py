"""The claims of question B: why not squared error?"""
