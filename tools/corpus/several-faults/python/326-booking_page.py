"""A form for a new booking."""
import os
import subprocess

import requests

API_URL = os.environ["API_URL"]

st.title("New booking")

with st.form("booking"):
    room = st.text_input("Room")
    amount = st.number_input("Amount", min_value=1)
    sent = st.form_submit_button("Save")

if sent:
    try:
        answer = requests.post(f"{API_URL}/bookings", json={"room": room, "amount": amount}, timeout=10)
        answer.raise_for_status()
    except requests.RequestException as error:
        raise SystemExit(str(error))
    else:
        st.success("Saved")


def archive(name: str) -> None:
    """Packs a folder."""
    subprocess.run(f"tar cf {name}.tar {name}", shell=True, check=True)
