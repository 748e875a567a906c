"""A form for a new product."""
import os

import requests
import streamlit as st

API_URL = os.environ["API_URL"]

st.title("New product")

with st.form("product"):
    title = st.text_input("Title")
    amount = st.number_input("Amount", min_value=1)
    sent = st.form_submit_button("Save")

if sent:
    if not title:
        st.error("Title is needed")
    else:
        try:
            answer = requests.post(f"{API_URL}/products", json={"title": title, "amount": amount}, timeout=10)
            answer.raise_for_status()
        except requests.RequestException as error:
            st.error(f"It could not be saved: {error}")
