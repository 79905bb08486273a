"""A consumer complaint (消费投诉) under 《市场监督管理投诉举报处理办法》, from the counter to the file."""
