"""The files of a new claim, in the house form, with a failing test."""
