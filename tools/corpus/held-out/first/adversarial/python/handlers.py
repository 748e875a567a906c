# from contextlib import contextmanager
#
# @contextmanager
# def session() -> Iterator[Session]:
#     """Opens and closes; try, except, finally, with open(path) as file."""
#     yield Session()
