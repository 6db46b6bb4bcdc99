"""The second step of a campaign: who writes, the subject, the body, and what each recipient will see."""
