"""举报: clues of unlawful acts (办法第3条), checked for 立案; the reporter's identity is sealed (第37条)."""
