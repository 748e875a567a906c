"""A form for a new trip."""
import os

import yaml

import requests
import streamlit as st

API_URL = os.environ["API_URL"]

st.title("New trip")

with st.form("trip"):
    route = st.text_input("Route")
    amount = st.number_input("Amount", min_value=1)
    sent = st.form_submit_button("Save")

if sent:
    if not route:
        st.error("Route is needed")
    else:
        try:
            answer = requests.post(f"{API_URL}/trips", json={"route": route, "amount": amount}, timeout=10)
            answer.raise_for_status()
        except requests.RequestException as error:
            st.error(f"It could not be saved: {error}")
        else:
            st.success("Saved")


def settings(text: str):
    """Reads settings."""
    return yaml.load(text)
