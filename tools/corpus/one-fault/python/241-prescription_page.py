"""A form for a new prescription."""
import os

import requests

API_URL = os.environ["API_URL"]

st.title("New prescription")

with st.form("prescription"):
    drug = st.text_input("Drug")
    amount = st.number_input("Amount", min_value=1)
    sent = st.form_submit_button("Save")

if sent:
    if not drug:
        st.error("Drug is needed")
    else:
        try:
            answer = requests.post(f"{API_URL}/prescriptions", json={"drug": drug, "amount": amount}, timeout=10)
            answer.raise_for_status()
        except requests.RequestException as error:
            st.error(f"It could not be saved: {error}")
        else:
            st.success("Saved")
