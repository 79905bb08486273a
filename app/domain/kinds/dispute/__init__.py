"""A dispute (矛盾纠纷) before a people's mediation committee under 《人民调解法》."""
