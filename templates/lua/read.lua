-- Reads many bodies with one start of pandoc: a JSON list of texts on stdin, a JSON list of trees on stdout.
local DIALECT = "commonmark+pipe_tables+footnotes+bracketed_spans+attributes+implicit_figures"
local trees = {}
for index, text in ipairs(pandoc.json.decode(io.read("a"), false)) do
  trees[index] = pandoc.write(pandoc.read(text, DIALECT), "json")
end
io.write("[", table.concat(trees, ","), "]")
