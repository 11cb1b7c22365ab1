"""Builders of views, one file per part of the journey; `posts.PAGES` names them."""
