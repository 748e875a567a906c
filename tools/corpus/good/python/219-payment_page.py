"""A form for a new payment."""
import os

import requests
import streamlit as st

API_URL = os.environ["API_URL"]

st.title("New payment")

with st.form("payment"):
    method = st.text_input("Method")
    amount = st.number_input("Amount", min_value=1)
    sent = st.form_submit_button("Save")

if sent:
    if not method:
        st.error("Method is needed")
    else:
        try:
            answer = requests.post(f"{API_URL}/payments", json={"method": method, "amount": amount}, timeout=10)
            answer.raise_for_status()
        except requests.RequestException as error:
            st.error(f"It could not be saved: {error}")
        else:
            st.success("Saved")
