"""核查准不准、快不快：造出处处相符的报告，改动一个数再查；照写明的名单查随附的报告；量用时的比值。

python -m checker_accuracy, with this folder's parent on the path (make bench-checker), prints all and writes the page.
Sentences and tables under `wordings` were written without having read the checker's grammar and rules.
"""
