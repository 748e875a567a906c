"""A form for a new order."""
import os

import requests
import streamlit as st

API_URL = os.environ["API_URL"]

st.title("New order")

with st.form("order"):
    reference = st.text_input("Reference")
    amount = st.number_input("Amount", min_value=1)
    sent = st.form_submit_button("Save")

if sent:
    if not reference:
        st.error("Reference is needed")
    else:
        try:
            answer = requests.post(f"{API_URL}/orders", json={"reference": reference, "amount": amount}, timeout=10)
            answer.raise_for_status()
        except requests.RequestException as error:
            st.error(f"It could not be saved: {error}")
        else:
            st.success("Saved")
