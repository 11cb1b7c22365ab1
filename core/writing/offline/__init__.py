"""The offline writer: an idea becomes a script with no model, by lexicon, authored plots and a great deal of cutting.

`docs/writing-plots.md` tells an author how plots are written; `offline_writer.OfflineWriter` is what the rest calls.
"""
