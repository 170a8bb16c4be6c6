-- Writes a format from a tree that was sanitised and dressed.
-- The argument is FORMAT; FORMAT.json is read and body.FORMAT written in the current folder, which holds the images
-- and nothing that is not ours.
local FORMATS = { typst = "typst-smart", docx = "docx" }
local OPTIONS = {
  typst = { wrap_text = "none" },
  docx = { reference_doc = "reference.docx" },
}
local name = arg[1]
local source = assert(io.open(name .. ".json", "rb"))
local tree = pandoc.read(source:read("a"), "json")
source:close()
local target = assert(io.open("body." .. name, "wb"))
target:write(pandoc.write(tree, FORMATS[name], OPTIONS[name]))
target:close()
