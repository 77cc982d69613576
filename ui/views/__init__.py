"""The pages of the app: each is one `show(desk)` that draws and never decides."""
