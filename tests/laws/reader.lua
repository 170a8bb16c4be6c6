-- Reads one text a line, as a JSON string, and answers its tree on one line, until nobody asks any more.
local DIALECT = arg[1]
for line in io.lines() do
  io.write(pandoc.write(pandoc.read(pandoc.json.decode(line, false), DIALECT), "json"), "\n")
  io.flush()
end
