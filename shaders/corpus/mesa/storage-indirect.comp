#version 450 core
layout(local_size_x = 4) in;
layout(std430) buffer Piece { uint words[]; } piece[3];
uniform int which;
void main()
{
    uint i = gl_LocalInvocationIndex;
    int at = (which + 8) % 3;
    piece[at].words[i] = 1000u + i;
    atomicAdd(piece[(at + 1) % 3].words[8], i + 1u);
    piece[2].words[20u + i] = piece[(at + 2) % 3].words[i + 40u];
    piece[0].words[60] = uint(piece[at].words.length());
}
