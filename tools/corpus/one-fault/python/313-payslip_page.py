"""A form for a new payslip."""
import os

import requests
import streamlit as st

API_URL = os.environ["API_URL"]

st.title("New payslip")

with st.form("payslip"):
    period = st.text_input("Period")
    amount = st.number_input("Amount", min_value=1)
    sent = st.form_submit_button("Save")

if sent:
    try:
        answer = requests.post(f"{API_URL}/payslips", json={"period": period, "amount": amount}, timeout=10)
        answer.raise_for_status()
    except requests.RequestException as error:
        raise SystemExit(str(error))
    else:
        st.success("Saved")
