"""A chat model's words: what it is given to phrase, how its reply is read, checked and given up."""
