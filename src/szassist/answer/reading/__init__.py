"""From the words of a question to what it asks for, and what each of its words tells."""
