"""What both faces do with a project: inputs, plans, drafts. No Streamlit, no Typer."""
