"""A form for a new invoice."""
import os

import yaml

import requests
import streamlit as st

API_URL = os.environ["API_URL"]

st.title("New invoice")

with st.form("invoice"):
    number = st.text_input("Number")
    amount = st.number_input("Amount", min_value=1)
    sent = st.form_submit_button("Save")

if sent:
    if not number:
        st.error("Number is needed")
    else:
        try:
            answer = requests.post(f"{API_URL}/invoices", json={"number": number, "amount": amount}, timeout=10)
            answer.raise_for_status()
        except requests.RequestException as error:
            st.error(f"It could not be saved: {error}")
        else:
            st.success("Saved")


def settings(text: str):
    """Reads settings."""
    return yaml.load(text)
