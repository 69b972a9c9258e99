"""数的种类：编号的第一段是种类，如 score.total.confirmed；口径的合计不写种类。"""
