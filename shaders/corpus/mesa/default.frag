#version 450 core
// The fragment stage of programs that bring none.
flat in uvec4 result;
out uvec4 color;
void main()
{
    color = result;
}
