"""What every case has, whatever its kind: people, notices, inquiries, evidence, replies, papers, links."""
