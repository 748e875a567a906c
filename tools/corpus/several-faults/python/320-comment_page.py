"""A form for a new comment."""
import os
import subprocess

import requests

API_URL = os.environ["API_URL"]

st.title("New comment")

with st.form("comment"):
    body = st.text_input("Body")
    amount = st.number_input("Amount", min_value=1)
    sent = st.form_submit_button("Save")

if sent:
    try:
        answer = requests.post(f"{API_URL}/comments", json={"body": body, "amount": amount}, timeout=10)
        answer.raise_for_status()
    except requests.RequestException as error:
        raise SystemExit(str(error))
    else:
        st.success("Saved")


def archive(name: str) -> None:
    """Packs a folder."""
    subprocess.run(f"tar cf {name}.tar {name}", shell=True, check=True)
