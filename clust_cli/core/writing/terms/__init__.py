"""Terms of vocabularies renamed and merged, in their own file and wherever the collection names them."""
