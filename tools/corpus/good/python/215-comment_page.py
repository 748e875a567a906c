"""A form for a new comment."""
import os

import requests
import streamlit as st

API_URL = os.environ["API_URL"]

st.title("New comment")

with st.form("comment"):
    body = st.text_input("Body")
    amount = st.number_input("Amount", min_value=1)
    sent = st.form_submit_button("Save")

if sent:
    if not body:
        st.error("Body is needed")
    else:
        try:
            answer = requests.post(f"{API_URL}/comments", json={"body": body, "amount": amount}, timeout=10)
            answer.raise_for_status()
        except requests.RequestException as error:
            st.error(f"It could not be saved: {error}")
        else:
            st.success("Saved")
