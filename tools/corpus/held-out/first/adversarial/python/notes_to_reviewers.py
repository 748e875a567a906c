"""What reviewers look for: except:, eval(text), x == None, open(path) without with, os.system."""

# password = "hunter2hunter2" and /home/me/data are words of a comment, and so is `assert (x, "y")`.

WORDS: dict[str, str] = {
    "bare except": "except: pass hides every failure",
    "joined SQL": "cursor.execute(f'SELECT * FROM t WHERE id = {id}') lets strangers in",
}


def advice(name: str) -> str | None:
    """What is said of one thing; None when nothing is."""
    return WORDS.get(name)
