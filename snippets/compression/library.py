"""The one library of this project that not every machine can have."""

try:
    import constriction
except ModuleNotFoundError:
    # Not an exception: nothing that could catch it runs before an
    # import, and a traceback would hide the line that helps.
    raise SystemExit(
        "error: the package `constriction` is missing, which packs"
        " images into files: run `make site`; on 64-bit Arm Linux,"
        " which has no built package, install Rust and build it from"
        " its source (README, section `Arm`)"
    ) from None

model = constriction.stream.model
stack = constriction.stream.stack

__all__ = ["model", "stack"]
