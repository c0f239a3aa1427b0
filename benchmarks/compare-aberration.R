# The same series through R's surveillance. Prints the seconds of EARS and of Farrington, reading and writing left out, then how far the bounds
# lie from ours: the largest relative difference.
#   Rscript compare-aberration.R ears|farrington FILE OURS [WEEKS]
suppressPackageStartupMessages(library(surveillance))
given <- commandArgs(trailingOnly = TRUE)
counts <- as.matrix(read.csv(given[2]))
ours <- as.matrix(read.csv(given[3]))
series <- sts(observed = counts, start = c(2018, 1), frequency = 52)
control <- if (given[1] == "ears") {
  list(method = "C1")
} else {
  weeks <- as.integer(given[4])
  list(range = (nrow(counts) - weeks + 1):nrow(counts), b = 5, w = 3, noPeriods = 10, pastWeeksNotIncluded = 26,
    weightsThreshold = 2.58, pThresholdTrend = 0.05, alpha = 0.01, thresholdMethod = "nbPlugin", glmWarnings = FALSE)
}
seconds <- system.time(
  judged <- if (given[1] == "ears") earsC(series, control) else farringtonFlexible(series, control)
)[["elapsed"]]
theirs <- upperbound(judged)
stopifnot(dim(theirs) == dim(ours), is.na(theirs) == is.na(ours))
cat(sprintf("%.2f %.1e\n", seconds, max(abs(theirs - ours) / pmax(abs(theirs), 1e-9), na.rm = TRUE)))
