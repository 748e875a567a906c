"""A form for a new booking."""
import os

import requests
import streamlit as st

API_URL = os.environ["API_URL"]

st.title("New booking")

with st.form("booking"):
    room = st.text_input("Room")
    amount = st.number_input("Amount", min_value=1)
    sent = st.form_submit_button("Save")

if sent:
    if not room:
        st.error("Room is needed")
    else:
        try:
            answer = requests.post(f"{API_URL}/bookings", json={"room": room, "amount": amount}, timeout=10)
            answer.raise_for_status()
        except requests.RequestException as error:
            st.error(f"It could not be saved: {error}")
