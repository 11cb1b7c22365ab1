"""What would survive a third chat: people, credits, projects and the making of films."""
