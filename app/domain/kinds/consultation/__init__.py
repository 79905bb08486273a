"""A question answered at the counter or by telephone (咨询): asked, answered, logged."""
