namespace VirglHost.Linux;

/// <summary>Which file a descriptor stands for, and how long it is; two descriptors of one file compare equal in (Device, Inode).</summary>
/// <param name="Device">Device number, major in the upper 32 bits.</param>
/// <param name="Inode">Inode number.</param>
/// <param name="LengthInBytes">File length when asked.</param>
/// <param name="BlockSizeInBytes">Preferred block size; for huge-page files the size of a huge page.</param>
public readonly record struct FileIdentity(ulong Device, ulong Inode, long LengthInBytes, int BlockSizeInBytes);
