"""A form for a new enrolment."""
import os

import requests
import streamlit as st

EXPORTS = "/home/anna/shop/exports"

API_URL = os.environ["API_URL"]

st.title("New enrolment")

with st.form("enrolment"):
    term = st.text_input("Term")
    amount = st.number_input("Amount", min_value=1)
    sent = st.form_submit_button("Save")

if sent:
    if not term:
        st.error("Term is needed")
    else:
        try:
            answer = requests.post(f"{API_URL}/enrolments", json={"term": term, "amount": amount}, timeout=10)
            answer.raise_for_status()
        except requests.RequestException as error:
            st.error(f"It could not be saved: {error}")
        else:
            st.success("Saved")
