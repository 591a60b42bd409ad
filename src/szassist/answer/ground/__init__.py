"""What there is to answer from: register rows, passages, the documents' own words, and drafts of answers made of them."""
