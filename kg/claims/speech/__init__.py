"""What statements and commitments share: verbs, speakers, quotations."""
