"""A second reading of a published study: can its printed numbers all be true, and what else would have printed them?"""
