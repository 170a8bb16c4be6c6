-- Writes every format with one start of pandoc, from trees that were sanitised and dressed.
-- Each argument is FORMAT; FORMAT.json is read and body.FORMAT written in the current folder, which holds the
-- images and nothing else. A line on stdout says that a file is whole, so that typst can begin at once.
local FORMATS = { typst = "typst-smart", docx = "docx" }
local OPTIONS = {
  typst = { wrap_text = "none" },
  docx = { reference_doc = "reference.docx" },
}
for _, name in ipairs(arg) do
  local source = assert(io.open(name .. ".json", "rb"))
  local tree = pandoc.read(source:read("a"), "json")
  source:close()
  local target = assert(io.open("body." .. name, "wb"))
  target:write(pandoc.write(tree, FORMATS[name], OPTIONS[name]))
  target:close()
  io.write(name, "\n")
  io.flush()
end
