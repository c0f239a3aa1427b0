# Times R's packages on the points and counts that TimePlaces writes: Rscript compare-where.R FOLDER LARGEST points|cells|all.
# Prints task,n,best_ms,figure; a task whose package is missing is left out.
args <- commandArgs(TRUE)
folder <- args[1]
largest <- as.integer(args[2])
part <- args[3]
has <- function(package) suppressMessages(suppressWarnings(require(package, character.only = TRUE, quietly = TRUE)))

time <- function(task, n, work, runs = 3) {
  best <- Inf
  for (run in seq_len(runs)) {
    gc(FALSE)
    seconds <- system.time(figure <- work())[["elapsed"]]
    best <- min(best, seconds)
    if (seconds > 5) break
  }
  cat(sprintf("%s,%d,%.1f,%.6g\n", task, n, 1000 * best, figure))
}

for (n in c(10000L, 100000L, 1000000L)) {
  if (n > largest || part == "cells") break
  p <- read.csv(file.path(folder, sprintf("points-%d.csv", n)))
  if (has("spatstat.explore")) {
    X <- spatstat.geom::ppp(p$x, p$y, c(0, 20000), c(0, 20000), check = FALSE)
    kde <- function(sigma, cells, kernel) function() {
      d <- density(X, sigma = sigma, dimyx = cells, edge = FALSE, kernel = kernel, positive = FALSE)
      sum(d$v) * (20000 / cells)^2
    }
    time("nearest", n, function() sum(spatstat.geom::nndist(X)))
    time("kde-gauss-250", n, kde(300, 80, "gaussian"))
    time("kde-gauss-50", n, kde(300, 400, "gaussian"))
    time("kde-quartic-50", n, kde(750 / sqrt(8), 400, "quartic"))
  }
  if (has("dbscan")) {
    m <- as.matrix(p)
    time("dbscan", n, function() sum(dbscan::dbscan(m, 50, 10)$cluster == 0))
    if (n <= 10000) time("hdbscan", n, function() sum(dbscan::hdbscan(m, 10)$hc$height))
  }
}

if (part != "points" && has("spdep")) {
  for (side in c(100L, 316L)) {
    n <- side * side
    x <- read.csv(file.path(folder, sprintf("counts-%d.csv", n)))$value
    at <- as.matrix(expand.grid(1:side, 1:side))
    nb <- dnearneigh(at, 0, 1.5)
    rows <- nb2listw(nb)
    star <- nb2listw(include.self(nb), style = "B")
    time("gistar", n, function() as.numeric(localG(x, star))[n %/% 2 + 1])
    time("moran", n, function() localmoran(x, rows)[n %/% 2 + 1, 4])
    if (side == 100L) time("moran-perm999", n, function() localmoran_perm(x, rows, nsim = 999)[n %/% 2 + 1, 6], 1)
    if (side == 316L && largest > 100000) time("moran-perm99", n, function() localmoran_perm(x, rows, nsim = 99)[n %/% 2 + 1, 6], 1)
    if (side == 100L) time("gistar-perm999", n, function() as.numeric(localG_perm(x, star, nsim = 999))[n %/% 2 + 1], 1)
  }
}
