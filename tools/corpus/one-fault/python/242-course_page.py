"""A form for a new course."""
import os

import requests

API_URL = os.environ["API_URL"]

st.title("New course")

with st.form("course"):
    title = st.text_input("Title")
    amount = st.number_input("Amount", min_value=1)
    sent = st.form_submit_button("Save")

if sent:
    if not title:
        st.error("Title is needed")
    else:
        try:
            answer = requests.post(f"{API_URL}/courses", json={"title": title, "amount": amount}, timeout=10)
            answer.raise_for_status()
        except requests.RequestException as error:
            st.error(f"It could not be saved: {error}")
        else:
            st.success("Saved")
